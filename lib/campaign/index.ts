export {
  type Campaign,
  CampaignInput,
  type Figure,
  type FigureStatus,
  figureStatuses,
  type Metric,
  metrics,
  Source,
} from "./campaign"
export { findCampaign, getCampaign, listCampaigns, runningFiguresOf } from "./get"
export { type HistoryRow, listHistory } from "./history"
export { importCampaign, openCampaign } from "./import"
export { addToRunningFigure } from "./running-figure"

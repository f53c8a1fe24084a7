export {
  type Campaign,
  CampaignInput,
  campaignAfter,
  campaignStates,
  type Figure,
  type FigureStatus,
  figureStatuses,
  type Metric,
  metrics,
  type Precision,
  type PublishedStatus,
  precisions,
  publishedStatuses,
  Source,
  type WiderUnit,
  widerUnits,
} from "./campaign"
export type { ProposedEnd } from "./campaign.entity"
export { endCampaign, proposeEnd, withdrawEnd } from "./end"
export {
  type CampaignFigures,
  findCampaign,
  findCampaignRecord,
  getCampaign,
  listCampaignFigures,
  listCampaigns,
  runningFiguresOf,
} from "./get"
export { type HistoryRow, listHistory } from "./history"
export { importCampaign, openCampaign } from "./import"
export { publishFigures } from "./publish-figures"
export { addToRunningFigure } from "./running-figure"

export { type Campaign, type Figure, type FigureStatus, type Metric, metrics, type Source } from "./campaign"
export { findCampaign, getCampaign, listCampaigns, runningFiguresOf } from "./get"
export { importCampaign, openCampaign } from "./import"
export { addToRunningFigure } from "./running-figure"

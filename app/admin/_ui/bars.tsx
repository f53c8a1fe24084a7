import { scaleBand, scaleLinear } from "d3-scale"

const width = 300
const height = 60

type Props = { readonly values: readonly { readonly key: string; readonly value: number }[] }

/** Values as bars, for the eye alone: the same numbers stand beside it as a table. */
export const Bars = ({ values }: Props) => {
  const most = Math.max(1, ...values.map(({ value }) => value))
  const x = scaleBand(
    values.map(({ key }) => key),
    [0, width],
  ).padding(0.1)
  const y = scaleLinear([0, most], [0, height])
  return (
    <svg className="days" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {values.map(({ key, value }) => (
        <rect
          key={key}
          x={x(key)}
          y={height - y(value)}
          width={Math.max(1, x.bandwidth())}
          height={y(value)}
        />
      ))}
    </svg>
  )
}

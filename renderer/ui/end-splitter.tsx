import { Splitter } from './splitter'

interface Props {
  /** Of what the width is: “the review panel”. */
  readonly of: string
  readonly width: number
  readonly onWidth: (width: number) => void
}

/** The edge of whatever stands at the end of the window: its width has the same bounds, and is remembered as one. */
export const EndSplitter = ({ of, width, onWidth }: Props) => (
  <Splitter
    name={`Width of ${of}`}
    side="end"
    controls="annotations"
    value={width}
    min={220}
    max={700}
    usual={340}
    onChange={onWidth}
  />
)

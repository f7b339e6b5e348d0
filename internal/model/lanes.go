package model

// lanes adds up rows of signed bytes eight at a time: a word of a row holds
// eight weights, each 128 too high, and two sums of four lanes of 16 bits take
// its even and its odd bytes. In wasm this is four times as fast as a loop over
// the bytes.
type lanes struct {
	even, odd [tagWords]uint64
	n         int32 // rows added: at most mostRows, so that no lane overflows
}

// tagWords is how many words a row of the tagger has.
const tagWords = (TagWidth + 7) / 8

// mostRows is how many rows may be added: 255 times as much fits in 16 bits.
const mostRows = 257

const everySecondByte = 0x00FF00FF00FF00FF

func (l *lanes) add(row *[tagWords]uint64) {
	for k, w := range row {
		l.even[k] += w & everySecondByte
		l.odd[k] += w >> 8 & everySecondByte
	}
	l.n++
}

// sum is the sum of the k-th weights.
func (l *lanes) sum(k int) int32 {
	w := l.even[k/8]
	if k%2 == 1 {
		w = l.odd[k/8]
	}
	return int32(w>>(16*(k%8/2))&0xFFFF) - 128*l.n
}

// packLanes turns rows of TagWidth signed bytes into words.
func packLanes(rows []byte) [][tagWords]uint64 {
	out := make([][tagWords]uint64, len(rows)/TagWidth)
	for i := range out {
		for k := range TagWidth {
			out[i][k/8] |= uint64(rows[i*TagWidth+k]^0x80) << (8 * (k % 8))
		}
	}
	return out
}

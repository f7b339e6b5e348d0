package corpus

import "math"

// Bins is into how many equal steps of Found.Score calibration puts alerts.
const Bins = 10

// Calibration holds what findings say of their certainty against how often
// they are right: an alert is right where one is expected.
type Calibration [Bins]Bin

// Bin is the alerts whose Score lies in one step; the last takes 1000 too.
type Bin struct {
	Alerts, Right int
	Sum           int // of their Scores
}

// Add counts an outcome that is an alert.
func (c *Calibration) Add(o *Outcome) {
	if !o.Level.Alert() {
		return
	}
	b := &c[min(max(o.Score, 0)*Bins/1000, Bins-1)]
	b.Alerts++
	b.Sum += o.Score
	if o.Post.Expected.Alert() {
		b.Right++
	}
}

// Said is the mean Score of the bin's alerts, 0 to 1.
func (b Bin) Said() float64 { return float64(b.Sum) / 1000 / float64(max(b.Alerts, 1)) }

// Share is how many of the bin's alerts are right, 0 to 1.
func (b Bin) Share() float64 { return float64(b.Right) / float64(max(b.Alerts, 1)) }

// Error is the expected calibration error: how far Said and Share are apart,
// in the mean over the alerts. It is 0 where there are none.
func (c *Calibration) Error() float64 {
	sum, n := 0.0, 0
	for _, b := range c {
		sum += float64(b.Alerts) * math.Abs(b.Said()-b.Share())
		n += b.Alerts
	}
	return sum / float64(max(n, 1))
}

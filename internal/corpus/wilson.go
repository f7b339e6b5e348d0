package corpus

import "math"

// Wilson returns Wilson's 95 % score interval of n hits in total trials.
func Wilson(n, total int) Interval {
	if total == 0 {
		return Interval{0, 1}
	}
	const z = 1.959964
	p, t := float64(n)/float64(total), float64(total)
	middle := (p + z*z/(2*t)) / (1 + z*z/t)
	half := z / (1 + z*z/t) * math.Sqrt(p*(1-p)/t+z*z/(4*t*t))
	return Interval{max(0, middle-half), min(1, middle+half)}
}

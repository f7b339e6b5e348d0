package corpus

import (
	"math/rand/v2"
	"slices"

	"secondlook/internal/verdict"
)

// Interval is a 95 % interval.
type Interval struct{ Low, High float64 }

// Bootstrap returns the 95 % interval of figure over 1,000 resamplings of the
// outcomes, drawn with a fixed seed. Categories, spans and calibration are left
// out of the scores it is asked for.
func Bootstrap(outcomes []Outcome, figure func(*Score) float64) Interval {
	return resample(outcomes, func(sample []Outcome) float64 { return figure(levels(sample)) })
}

// BootstrapMacroF1 returns the 95 % interval of MacroF1.
func BootstrapMacroF1(outcomes []Outcome) Interval {
	type sets struct{ want, got [verdict.Categories]bool }
	all := make([]sets, len(outcomes))
	for i := range outcomes {
		for c := range verdict.Categories {
			all[i].want[c] = slices.Contains(outcomes[i].Post.Labels, c.String())
			all[i].got[c] = slices.Contains(outcomes[i].Categories, c.String())
		}
	}
	return resample(all, func(sample []sets) float64 {
		var counts [verdict.Categories]Count
		for i := range sample {
			for c := range counts {
				counts[c].Add(sample[i].want[c], sample[i].got[c])
			}
		}
		s := Score{Category: map[string]Count{}}
		for c := range counts {
			s.Category[verdict.Category(c).String()] = counts[c]
		}
		return s.MacroF1()
	})
}

func resample[T any](all []T, figure func([]T) float64) Interval {
	if len(all) == 0 {
		return Interval{0, 1}
	}
	random := rand.New(rand.NewPCG(1, 2))
	figures := make([]float64, 1000)
	sample := make([]T, len(all))
	for i := range figures {
		for j := range sample {
			sample[j] = all[random.IntN(len(all))]
		}
		figures[i] = figure(sample)
	}
	slices.Sort(figures)
	return Interval{figures[24], figures[974]}
}

// levels is Tally without what no interval asks for.
func levels(outcomes []Outcome) *Score {
	s := &Score{}
	for i := range outcomes {
		o := &outcomes[i]
		want := o.Post.Expected.Level
		s.Posts++
		if o.Exact() {
			s.Exact++
		}
		s.Alert.Add(want.Alert(), o.Level.Alert())
		s.Hold.Add(want == verdict.Hold, o.Level == verdict.Hold)
	}
	return s
}

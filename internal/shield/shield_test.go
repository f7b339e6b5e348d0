package shield

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

func candidate(c verdict.Category, tied bool) Candidate {
	return Candidate{Finding: verdict.Finding{Category: c, Level: verdict.Hold}, Tied: tied}
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name     string
		category verdict.Category
		tied     bool
		labour   bool
		survives bool
	}{
		{"a rude word about a manager, on pay", verdict.WorkVenting, false, true, false},
		{"the same with no labour topic", verdict.WorkVenting, false, false, true},
		{"venting a rule claims is tied", verdict.WorkVenting, true, true, false},
		{"how many are on at night, as a complaint", verdict.EmployerInfo, false, true, false},
		{"a door code inside a complaint", verdict.EmployerInfo, true, true, true},
		{"a client's name inside a strike call", verdict.ClientIdentifier, true, true, true},
		{"contempt for clients as a group, on staffing", verdict.Demeaning, false, true, false},
		{"support is never withheld", verdict.Crisis, false, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var about policy.Cue
			if c.labour {
				about = policy.CueLabour
			}
			kept, protected := Apply([]Candidate{candidate(c.category, c.tied)}, about)
			require.Equal(t, c.labour, protected)
			require.Equal(t, c.survives, len(kept) == 1)
		})
	}
}

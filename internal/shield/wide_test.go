package shield

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
)

// Where a word of working life stands an agency's rules are silent; a client's
// own plan is not working life, and a workplace's is.
func TestWorking(t *testing.T) {
	for _, s := range []string{
		"Our safety plan is a poster in the break room", "Ask them for the safety plan", "Safety first, they said", "Sixty kids on my caseload",
		"Wrote her safety plan on my own time, unpaid", "Her safety plan is fine, ours is not: no safety here",
	} {
		require.True(t, Working(text.Read(s)), s)
	}
	for _, s := range []string{
		"Went over her safety plan in the parking lot", "His safety plan says the back door", "Did some safety planning with a guest tonight",
		"Wrote a safety plan with her on a napkin", "A guest showed up barefoot",
	} {
		require.False(t, Working(text.Read(s)), s)
	}
}

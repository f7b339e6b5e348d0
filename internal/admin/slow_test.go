package admin

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What is remembered of who guesses has an end, however much they send.
func TestSlowRemembersLittle(t *testing.T) {
	s := newSlow(time.Now)
	long := strings.Repeat("a", mostForm)
	for range freeTries {
		require.Zero(t, s.begin(long, long))
	}
	for key := range s.tries {
		require.Less(t, len(key), 1000)
	}
	require.Positive(t, s.begin(long, long))
	s.passed(long, long)
	require.Zero(t, s.begin(long, long))
}

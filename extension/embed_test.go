package extension

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMessagesHaveTextForEveryKey(t *testing.T) {
	var messages map[string]struct{ Message string }
	require.NoError(t, json.Unmarshal(Messages, &messages))
	require.Greater(t, len(messages), 100)
	for key, m := range messages {
		require.NotEmpty(t, m.Message, key)
	}
}

package policy

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOpenGivesBackWhatWasEncoded(t *testing.T) {
	p, err := Baseline()
	require.NoError(t, err)
	require.NotEmpty(t, p.Rules)
	require.Equal(t, BaselineBytes(), Encode(p))
}

func TestOpenRefuses(t *testing.T) {
	good := BaselineBytes()
	newer := append([]byte(nil), good...)
	newer[len(magic)] = Schema + 1
	for name, c := range map[string]struct {
		blob []byte
		says string
	}{
		"nothing":       {nil, "the header is missing"},
		"other bytes":   {[]byte("PK\x03\x04 something else"), "the header is missing"},
		"newer schema":  {newer, "update Second Look"},
		"cut short":     {good[:len(good)/2], "damaged at byte"},
		"bytes behind":  {append(append([]byte(nil), good...), 0), "bytes after the end"},
		"endless count": {append([]byte(magic+"\x01"), 0xff, 0xff, 0xff, 0xff, 0x0f), "too large"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(c.blob)
			require.ErrorContains(t, err, c.says)
		})
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(BaselineBytes()[:256])
	f.Add([]byte(magic + "\x01\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, blob []byte) {
		p, err := Open(blob)
		if err != nil {
			return
		}
		again, err := Open(Encode(p))
		require.NoError(t, err)
		require.Equal(t, p, again)
	})
}

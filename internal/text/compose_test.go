package text

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// unread are the runes whose compatible form is left out, and letters of
// mathematics that are not assigned.
func unread(r rune) bool {
	return r >= 0x2e00 && r < 0xfb00 && (r < 0xac00 || r > 0xd7a3) || r > 0xfb06 && r < 0x1d400 || r >= 0x1d800 && r < 0x1f100 || r > 0x1f190 ||
		r >= 0x1d400 && r < 0x1d800 && norm.NFKC.String(string(r)) == string(r)
}

func TestComposeEachRune(t *testing.T) {
	for r := rune(0); r <= 0x10ffff; r++ {
		if r >= 0xd800 && r < 0xe000 || r >= 0xf900 && r <= 0xfaff || r >= 0x2f800 && r <= 0x2fa1f {
			continue
		}
		s := string(r)
		if got := compose(s, false); got != norm.NFC.String(s) {
			require.Equal(t, norm.NFC.String(s), got, "%U", r)
		}
		if got := compose(s, true); !unread(r) && got != norm.NFKC.String(s) {
			require.Equal(t, norm.NFKC.String(s), got, "%U", r)
		}
	}
}

// composable are runes that compose, with marks of several classes.
var composable = []rune("aeiouAEnsKåÅéǖṩḗſẛβαιωΑΐϓийеИ\u00a8\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u031b\u0323\u0327\u0328\u0331\u0338\u0342\u0345\u0653\u0654\u05b4\u093c" +
	"ا\u0627ूऩकかは\u3099\u309aᄀᄒ각가ᅡᅵᆨᇂ한ﬁﬀ²ª½①Ⅳ™ℵ𝐀𝓏𝟡 -x")

func TestPropertyCompose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom(composable), 0, 12).Draw(t, "runes"))
		require.Equal(t, norm.NFC.String(s), compose(s, false))
		require.Equal(t, norm.NFKC.String(s), compose(s, true))
	})
}

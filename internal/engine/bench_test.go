package engine

import (
	"strings"
	"testing"
)

const story = "Long shift at the shelter last night. One of the women, 34, from Osterville, came in with her twins after the fire on Mill Street and asked me to call her mother. I sat with her until the case manager came. Our director says we get no overtime for that; the union meeting is on Thursday."

func BenchmarkCheck(b *testing.B) {
	e := baseline(b)
	for name, draft := range map[string]string{
		"280":   story[:280],
		"10000": strings.Repeat(story+"\n", 36)[:10_000],
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Check(draft, Context{Edit: -1})
			}
		})
	}
}

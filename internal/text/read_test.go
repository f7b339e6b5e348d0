package text

import (
	"fmt"
	"testing"
)

func TestShow(t *testing.T) {
	for _, s := range []string{"My client's 4yo son Hope isn't ok... Dr. Smith said \"no way\". 😀 Done!\n\nNext 22y/o (3rd floor) 6:30 p.m. clіеnt caf\u0065\u0301 ｃｌｉ\u200bent’s", "a\u0301\r\n\u0301b"} {
		d := Read(s)
		for _, k := range d.Tokens {
			fmt.Printf("%q %q/%q k%d f%b s%d\n", d.Slice(k.Span), k.Plain, k.Word, k.Kind, k.Flags, k.Sentence)
		}
		fmt.Printf("%q\n%q\n", d.Plain.Text, d.Loose.Text)
	}
}

package publish

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
)

// written is a page as short text: p(a strong(b) link0(c)) ul(li(d)).
func written(nodes []policy.Node) string {
	var out []string
	for _, n := range nodes {
		name := map[policy.NodeKind]string{
			policy.Paragraph: "p", policy.List: "ul", policy.Numbered: "ol", policy.Item: "li",
			policy.Strong: "strong", policy.Em: "em", policy.Link: "link" + string(rune('0'+n.To)),
		}[n.Kind]
		if n.Kind == policy.Words {
			out = append(out, "<"+n.Text+">")
		} else {
			out = append(out, name+"("+written(n.Of)+")")
		}
	}
	return strings.Join(out, "")
}

func TestPage(t *testing.T) {
	for name, c := range map[string]struct{ markdown, title, body string }{
		"plain":            {"# A title\n\nOne **two** *three*.", "A title", "p(<One >strong(<two>)< >em(<three>)<.>)"},
		"a list":           {"# T\n\n- a\n- **b**\n", "T", "ul(li(<a>)li(strong(<b>)))"},
		"numbered, nested": {"# T\n\n1. a\n   - b\n", "T", "ol(li(<a >ul(li(<b>))))"},
		"a link":           {"# T\n\n[here](https://example.org/x)", "T", "p(link0(<here>))"},
		"a smaller title":  {"# T\n\n## More\n\nx", "T", "p(strong(<More>))p(<x>)"},
		"a script":         {"# T\n\nbefore<script>alert(1)</script> after", "T", "p(<before after>)"},
		"a script block":   {"# T\n\n<script>\nalert(1)\n</script>\n\nx", "T", "p(<x>)"},
		"an image":         {"# T\n\n<img src=x onerror=alert(1)>x ![y](https://example.org/y.png)", "T", "p(<x>)"},
		"a style":          {"# T\n\n<style>p{display:none}</style>\n\n<p style=\"color:red\" onclick=\"a()\">x</p>", "T", "p(<x>)"},
		"a frame":          {"# T\n\n<iframe src=\"https://example.org\"></iframe>x", "T", "p(<x>)"},
		"pasted html":      {"# T\n\n<p>One <b>two</b> <i>three</i></p>", "T", "p(<One >strong(<two>)< >em(<three>))"},
		"a script link":    {"# T\n\n[x](javascript:alert(1))", "T", "p(<x>)"},
		"svg":              {"# T\n\n<svg onload=alert(1)><a href=\"https://example.org\">x</a></svg>", "T", "p(link0(<x>))"},
		"bold in bold":     {"# T\n\n<b>a <strong>b</strong></b>", "T", "p(strong(<a ><b>))"},
	} {
		t.Run(name, func(t *testing.T) {
			var links []string
			p, faults := page([]byte(c.markdown), &links)
			require.Empty(t, faults)
			require.Equal(t, c.title, p.Title)
			require.Equal(t, c.body, written(p.Body))
			for _, l := range links {
				require.True(t, policy.IsLink(l))
			}
		})
	}
}

// FuzzPage: whatever is pasted, what comes out is a tree that the engine takes,
// and no mark-up is in its words.
func FuzzPage(f *testing.F) {
	f.Add("# T\n\n- a **b**\n  1. c\n\n<ul><li><p>x</p></li></ul><a href=https://example.org>y</a>")
	f.Add("<b><p><ul><i>x")
	f.Fuzz(func(t *testing.T, markdown string) {
		b := &policy.Bundle{Languages: []string{"en"}}
		p, faults := page([]byte("# T\n\nx\n\n"+markdown), &b.Links)
		if len(faults) > 0 {
			return // the writer was told
		}
		p.ID, p.Lang = "hostile", "en"
		b.Pages = []policy.Page{p}
		for _, r := range b.Admit() {
			require.NotEqual(t, "page", r.Code, r)
			require.NotEqual(t, "link", r.Code, r)
		}
		if blob := policy.EncodeBundle(b); len(blob) <= policy.MaxBundle {
			_, err := policy.DecodeBundle(blob)
			require.NoError(t, err)
		}
		require.True(t, json.Valid(policy.AppendBundleJSON(nil, b)))
	})
}

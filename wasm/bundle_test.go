package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

func said(s string) policy.Text { return policy.Text{{Lang: "en", Text: s}} }

// bundle is a small bundle that is proved.
func bundle() *policy.Bundle {
	return &policy.Bundle{
		Agency: "harbor", Name: "Harbor", Languages: []string{"en"},
		Facts: policy.Facts{
			Drafted: "2026-01-01", Reviewed: "2026-01-02", NextReview: "2027-01-02", Jurisdictions: []string{"US"},
			Consequences: said("A talk."), Support: said("Tell us."), Revision: said("Write to us."), Private: said("Yours."),
			Rights: said("Talk of pay, hours, staffing and unions as you like."), Contact: "policy@example.org",
		},
		Rules: []policy.AgencyRule{{
			ID: "a.folder", Category: verdict.ClientStory, Level: verdict.Caution, Authority: "ethics", Cite: "nasw_1_07",
			Message: said("Who could tell?"), Why: said("A small town."), Lists: [][]string{{"blue folder"}},
			Flag: []string{"A [blue folder]", "The [blue folder]", "One [blue folder]"}, Pass: []string{"A red one", "The blue sea", "Rain"},
		}},
	}
}

// give calls an export that takes bytes.
func give(p *port, f func(int32) []byte, in string) string {
	copy(p.alloc(int32(len(in))), in)
	return string(f(int32(len(in))))
}

func TestLoadBundle(t *testing.T) {
	p := newPort()
	blob := string(policy.EncodeBundle(bundle()))
	require.Contains(t, send(p, `{"text":"a blue folder"}`), `"level":"clear"`)
	require.Contains(t, give(p, p.load, "seq 12\n"+blob), `"rules":"bundle","agency":"harbor","seq":12,"count":1}`)
	answer := send(p, `{"text":"a blue folder"}`)
	require.Contains(t, answer, `"rule":"harbor/a.folder"`)
	require.Contains(t, answer, `"message":{"en":"Who could tell?"}`)
	require.Contains(t, answer, `"bundle":{"agency":"harbor","seq":12}`)

	for name, bad := range map[string]string{
		"cut short": blob[:len(blob)-1], "newer": strings.Replace(blob, "SLBUNDLE\x01", "SLBUNDLE\x02", 1),
		"no number": "seq x\n" + blob, "a byte behind": blob + "\x00",
	} {
		require.Contains(t, give(p, p.load, bad), `{"ok":false,"reason":"`, name)
		require.Equal(t, answer, send(p, `{"text":"a blue folder"}`), "the bundle that was in force stays: "+name)
	}
	require.Contains(t, string(p.load(0)), `"rules":"built-in"`)
	require.Contains(t, send(p, `{"text":"a blue folder"}`), `"level":"clear"`)
}

type proved struct {
	OK          bool
	Reason      string
	Next, Steps int
	Done        bool
	Refused     []policy.Refusal
	Parts       []struct {
		Part  string
		Steps int
	}
}

func read(t *testing.T, answer string) (r proved) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(answer), &r))
	return r
}

// TestProveInSlices proves a bundle while another serves.
func TestProveInSlices(t *testing.T) {
	p := newPort()
	require.False(t, read(t, give(p, p.prove, "0 8")).OK, "nothing is proposed")
	begun := read(t, give(p, p.propose, string(policy.EncodeBundle(bundle()))))
	require.True(t, begun.OK)
	require.Len(t, begun.Parts, 6)
	slices, next := 0, 0
	for next < begun.Steps {
		r := read(t, give(p, p.prove, strings.Join([]string{strconv.Itoa(next), strconv.Itoa(next + 1000)}, " ")))
		require.True(t, r.OK)
		require.Empty(t, r.Refused)
		require.LessOrEqual(t, r.Next-next, most)
		require.Equal(t, r.Next == begun.Steps, r.Done)
		require.Contains(t, send(p, `{"text":"a blue folder"}`), `"level":"clear"`, "what is proposed is not in force")
		next = r.Next
		slices++
	}
	require.Greater(t, slices, 10)
	for _, bad := range []string{"", "0", "5 5", "-1 4", "a b"} {
		require.False(t, read(t, give(p, p.prove, bad)).OK, bad)
	}
}

func TestProposeNamesEveryReason(t *testing.T) {
	p := newPort()
	b := bundle()
	b.Rules[0].Cite, b.Facts.Contact = "", ""
	r := read(t, give(p, p.propose, string(policy.EncodeBundle(b))))
	require.False(t, r.OK)
	require.Len(t, r.Refused, 2)
	require.NotEmpty(t, r.Reason)
	require.False(t, read(t, give(p, p.prove, "0 8")).OK)
}

func TestShow(t *testing.T) {
	p := newPort()
	var r struct {
		OK     bool
		Bundle struct {
			Agency string
			Rules  []struct {
				ID      string
				Message map[string]string
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(give(p, p.show, string(policy.EncodeBundle(bundle())))), &r))
	require.True(t, r.OK)
	require.Equal(t, "harbor", r.Bundle.Agency)
	require.Equal(t, "Who could tell?", r.Bundle.Rules[0].Message["en"])
	require.Nil(t, p.engine, "showing loads nothing")
}

// Whatever the draft, an engine with a bundle in force answers with a verdict.
func FuzzAnswerWithBundle(f *testing.F) {
	f.Add("a blue folder, HC-2024-K7 and Harbor House")
	f.Add("HC–2024\u200b–K7 b l u e folder\u0301 \u200fwayfarers")
	p := newPort()
	b := bundle()
	b.Names = []policy.PublicName{{Text: "Harbor House"}, {Text: "the Bend"}}
	b.Clients = []policy.ClientWord{{One: "wayfarer", Many: "wayfarers"}}
	mask := b.Rules[0]
	mask.ID, mask.Kind, mask.Lists = "a.mask", policy.MaskList, [][]string{{"HC-####-@#"}}
	b.Rules = append(b.Rules, mask)
	report := give(p, p.load, string(policy.EncodeBundle(b)))
	require.Contains(f, report, `"ok":true`)
	f.Fuzz(func(t *testing.T, draft string) {
		if len(draft) > 1<<12 {
			t.Skip("long drafts are for soak")
		}
		request := string(append(verdict.AppendQuoted([]byte(`{"account":"agency","text":`), draft), '}'))
		answer := send(p, request)
		require.True(t, json.Valid([]byte(answer)))
		require.Contains(t, answer, `"bundle":{"agency":"harbor","seq":0}`)
	})
}

package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"secondlook/internal/policy"
	"secondlook/internal/sandbox"
)

// Report is what a proof found, for people (Write) and as JSON.
type Report struct {
	OK      bool          `json:"ok"`
	Agency  string        `json:"agency"`
	Name    string        `json:"name"`
	Engine  string        `json:"engine"`
	Bytes   int           `json:"bytes"`
	Parts   []ReportPart  `json:"parts"`
	Refused []ReportFault `json:"refused"`
	// Advice does not stop a bundle: it is old, or leaves a question open.
	Advice []string `json:"advice"`
}

// ReportPart is how many steps of one sort were tried.
type ReportPart struct {
	Part  string `json:"part"`
	Steps int    `json:"steps"`
}

// ReportFault is one reason against a bundle.
type ReportFault struct {
	Code     string `json:"code"`
	Where    string `json:"where"`
	Place    string `json:"place,omitempty"` // file:line, where it was read from a folder
	Why      string `json:"why"`
	Sentence string `json:"sentence,omitempty"`
}

// slice is how many steps are tried in one call, as many as the engine takes.
const slice = 64

// Prove tries a bundle out with the engine in box: the one that will run it.
// place says where something stands in the source, "" where that is not known;
// it may be nil. today dates the advice on age. The error says that the proof
// could not be made; what speaks against the bundle is in the report.
func Prove(ctx context.Context, box *sandbox.Sandbox, blob []byte, place func(string) string, today time.Time) (*Report, error) {
	r := &Report{Bytes: len(blob), Refused: []ReportFault{}, Parts: []ReportPart{}, Advice: []string{}}
	b, err := policy.DecodeBundle(blob)
	if err != nil {
		return nil, err
	}
	r.Agency, r.Name = b.Agency, b.Name
	raw, err := box.Propose(ctx, blob)
	if err != nil {
		return nil, fmt.Errorf("proving the bundle: %w", err)
	}
	var begun struct {
		OK      bool
		Reason  string
		Steps   int
		Parts   []ReportPart
		Refused []ReportFault
	}
	if err := json.Unmarshal(raw, &begun); err != nil {
		return nil, errors.New("the engine's report cannot be read")
	}
	if !begun.OK && len(begun.Refused) == 0 {
		return nil, errors.New(begun.Reason)
	}
	r.Refused, r.Parts = append(r.Refused, begun.Refused...), append(r.Parts, begun.Parts...)
	for from := 0; begun.OK && from < begun.Steps; {
		next, refused, err := proveSlice(ctx, box, from)
		if err != nil {
			return nil, err
		}
		from, r.Refused = next, append(r.Refused, refused...)
	}
	for i := range r.Refused {
		if place != nil {
			r.Refused[i].Place = place(r.Refused[i].Where)
		}
	}
	r.OK = len(r.Refused) == 0
	r.Advice = append(r.Advice, Advice(b, today)...)
	return r, nil
}

// proveSlice tries what one call tries and says where to go on.
func proveSlice(ctx context.Context, box *sandbox.Sandbox, from int) (next int, refused []ReportFault, err error) {
	raw, err := box.Prove(ctx, from, from+slice)
	if err != nil {
		return 0, nil, fmt.Errorf("proving the bundle: %w", err)
	}
	var tried struct {
		OK      bool
		Reason  string
		Next    int
		Refused []ReportFault
	}
	if err := json.Unmarshal(raw, &tried); err != nil {
		return 0, nil, errors.New("the engine's report cannot be read")
	}
	if !tried.OK {
		return 0, nil, errors.New(tried.Reason)
	}
	if tried.Next <= from {
		return 0, nil, errors.New("the proof does not move")
	}
	return tried.Next, tried.Refused, nil
}

// areaNames say what each area is about.
var areaNames = map[string]string{
	"phones": "own phones at work", "data": "client data at home and at the office", "privacy_law": "which privacy law binds you",
	"state_federal": "where state and federal law differ", "personal_posts": "posts on a worker's own account",
	"client_behaviour": "what clients post themselves", "friending": "friend requests", "searching": "looking clients up",
	"emergencies": "a post that shows somebody in danger", "recording": "photos, video, sound", "attacks": "a worker attacked online",
}

// Advice is what a director should know of a bundle and may leave as it is: what
// is old, and what it leaves open.
func Advice(b *policy.Bundle, today time.Time) (out []string) {
	f := &b.Facts
	day := today.Format(time.DateOnly)
	if day > f.NextReview {
		out = append(out, "The policy was due to be read again on "+f.NextReview+". The checks go on; every worker sees that it is overdue.")
	}
	for _, role := range []string{"legal", "hr", "staff"} {
		if !slices.ContainsFunc(f.Reviews, func(r policy.Review) bool { return r.Role == role }) {
			out = append(out, "Nobody is named who read it for "+map[string]string{"legal": "the law", "hr": "personnel", "staff": "the staff"}[role]+" (reviewed_by: "+role+").")
		}
	}
	for _, area := range policy.Areas {
		if !slices.ContainsFunc(f.Areas, func(a policy.Area) bool { return a.Area == area }) {
			out = append(out, "Not covered: "+areaNames[area]+" ("+area+").")
		}
	}
	for _, v := range f.Basis {
		if year, err := time.Parse(time.DateOnly, v.On); err == nil && today.Sub(year) > 366*24*time.Hour {
			out = append(out, "That "+v.Cite+" still says what you rely on was last looked at on "+v.On+".")
		}
	}
	for i := range b.Rules {
		r := &b.Rules[i]
		if len(r.Message) < len(b.Languages) {
			out = append(out, "The message of "+r.ID+" is not there in every one of your languages; "+b.Languages[0]+" is shown instead.")
		}
	}
	return out
}

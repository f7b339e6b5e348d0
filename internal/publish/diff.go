package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/sandbox"
	"secondlook/internal/verdict"
)

// Changes is what a worker will notice when one bundle follows another.
type Changes struct {
	Lines []string     `json:"lines"` // sentences, the gravest first
	Posts []PostChange `json:"posts"` // example posts whose level changes

	// Raises reports whether some post may be met more loudly than before: a new or
	// louder rule, more that is looked for, less that makes it harmless. Where it is
	// in doubt it is true.
	Raises bool `json:"raises"`
}

// PostChange is an example post that is judged otherwise.
type PostChange struct {
	Draft   string `json:"draft"`
	Account string `json:"account"` // "personal", "agency", or "both" where it changes alike on either
	Before  string `json:"before"`
	After   string `json:"after"`
}

// Diff compares two packed bundles; an empty old one is the built-in rules
// alone. The example posts of both, and posts made of what is new, are judged under each, with the engine in
// box, which is left with the built-in rules.
func Diff(ctx context.Context, box *sandbox.Sandbox, old, next []byte) (*Changes, error) {
	c, before, after, err := describe(old, next)
	if err != nil {
		return nil, err
	}
	return c, c.posts(ctx, box, old, next, drafts(before, after))
}

// Describe says what changes from one packed bundle to another, in sentences
// alone: it needs no engine. An empty old one is the built-in rules alone.
func Describe(old, next []byte) (*Changes, error) {
	c, _, _, err := describe(old, next)
	return c, err
}

// Raises reports whether some post may be met more loudly under after than under
// before. It is the question that the extension asks (rules-raises.ts) of who
// publishes alone, so that nothing is signed that browsers refuse.
func Raises(before, after *policy.Bundle) bool { return compare(before, after).Raises }

func describe(old, next []byte) (c *Changes, before, after *policy.Bundle, err error) {
	before, after = &policy.Bundle{}, &policy.Bundle{}
	if len(old) > 0 {
		if before, err = policy.OpenBundle(old); err != nil {
			return nil, nil, nil, fmt.Errorf("the old bundle: %w", err)
		}
	}
	if after, err = policy.OpenBundle(next); err != nil {
		return nil, nil, nil, fmt.Errorf("the new bundle: %w", err)
	}
	return compare(before, after), before, after, nil
}

func compare(before, after *policy.Bundle) *Changes {
	c := &Changes{Lines: []string{}, Posts: []PostChange{}}
	c.rules(before, after)
	c.levels(before, after)
	c.wordsOf(before, after)
	c.pages(before, after)
	c.facts(before, after)
	return c
}

func (c *Changes) say(format string, args ...any) {
	c.Lines = append(c.Lines, fmt.Sprintf(format, args...))
}

// loudness says what a level does, for somebody who has not read the manual.
var loudness = [...]string{"nothing", "a quiet hint", "a warning beside the post", "a question before posting"}

func (c *Changes) rules(before, after *policy.Bundle) {
	find := func(b *policy.Bundle, id string) *policy.AgencyRule {
		if i := slices.IndexFunc(b.Rules, func(r policy.AgencyRule) bool { return r.ID == id }); i >= 0 {
			return &b.Rules[i]
		}
		return nil
	}
	for i := range after.Rules {
		r := &after.Rules[i]
		switch o := find(before, r.ID); {
		case o == nil:
			c.Raises = true
			c.say("New rule %s (%s): %s. \"%s\"", r.ID, r.Authority, loudnessOf(r), policy.In(r.Message, after.Languages[0]))
		case !reflect.DeepEqual(*o, *r):
			c.rule(o, r)
		}
	}
	for i := range before.Rules {
		if r := &before.Rules[i]; find(after, r.ID) == nil {
			c.say("Rule %s is gone.", r.ID)
		}
	}
}

// loudnessOf says how loud a rule is, and where.
func loudnessOf(r *policy.AgencyRule) string {
	if r.Authority == "agency" && r.Level > verdict.Note {
		return loudness[r.Level] + " on the agency's accounts, " + loudness[verdict.Note] + " on a worker's own"
	}
	return loudness[r.Level]
}

func (c *Changes) rule(o, r *policy.AgencyRule) {
	c.Raises = c.Raises || r.Level > o.Level || o.Authority != r.Authority || o.Kind != r.Kind || r.Within > o.Within ||
		lacks(slices.Concat(o.Lists...), slices.Concat(r.Lists...)) || lacks(r.Unless, o.Unless)
	if o.Level != r.Level || o.Authority != r.Authority {
		way := "changes"
		if r.Level > o.Level {
			way = "gets louder"
		} else if r.Level < o.Level {
			way = "gets quieter"
		}
		c.say("Rule %s %s: from %s to %s.", r.ID, way, loudnessOf(o), loudnessOf(r))
	}
	if o.Authority != r.Authority || o.Cite != r.Cite {
		c.say("Rule %s now rests on %s %s, not on %s %s.", r.ID, r.Authority, r.Cite, o.Authority, o.Cite)
	}
	was, is := slices.Concat(o.Lists...), slices.Concat(r.Lists...)
	c.lists("Rule "+r.ID+" now also looks for", "Rule "+r.ID+" no longer looks for", was, is)
	c.lists("Rule "+r.ID+" is now silent beside", "Rule "+r.ID+" is no longer silent beside", o.Unless, r.Unless)
	if o.Kind != r.Kind || o.Within != r.Within {
		c.say("Rule %s looks for its words in another way.", r.ID)
	}
	if !reflect.DeepEqual(o.Message, r.Message) || !reflect.DeepEqual(o.Why, r.Why) || o.Page != r.Page {
		c.say("Rule %s is worded otherwise: \"%s\"", r.ID, said1(r.Message))
	}
}

// lacks reports whether list is without one of these.
func lacks(list, these []string) bool {
	return slices.ContainsFunc(these, func(s string) bool { return !slices.Contains(list, s) })
}

func said1(t policy.Text) string {
	if len(t) == 0 {
		return ""
	}
	return t[0].Text
}

// lists names what was added to a list and what was taken out.
func (c *Changes) lists(added, gone string, was, is []string) {
	name := func(how string, these, those []string) {
		var only []string
		for _, s := range these {
			if !slices.Contains(those, s) {
				only = append(only, "\""+s+"\"")
			}
		}
		if len(only) > 0 {
			c.say("%s %s.", how, strings.Join(only, ", "))
		}
	}
	name(added, is, was)
	name(gone, was, is)
}

func (c *Changes) levels(before, after *policy.Bundle) {
	find := func(b *policy.Bundle, rule string) (verdict.Level, bool) {
		for _, l := range b.Levels {
			if l.Rule == rule {
				return l.Level, true
			}
		}
		return 0, false
	}
	for _, l := range after.Levels {
		if was, ok := find(before, l.Rule); !ok || was != l.Level {
			c.Raises = c.Raises || !ok || l.Level > was
			c.say("The built-in check %s now gives %s.", l.Rule, loudness[l.Level])
		}
	}
	for _, l := range before.Levels {
		if _, ok := find(after, l.Rule); !ok {
			c.Raises = true // it may have been quieter
			c.say("The built-in check %s is as loud as Second Look made it.", l.Rule)
		}
	}
}

func (c *Changes) wordsOf(before, after *policy.Bundle) {
	clients := func(b *policy.Bundle) (out []string) {
		for _, w := range b.Clients {
			if out = append(out, w.One); w.Many != "" {
				out = append(out, w.Many)
			}
		}
		return out
	}
	names := func(b *policy.Bundle) (out []string) {
		for _, n := range b.Names {
			out = append(out, n.Text)
		}
		return out
	}
	c.Raises = c.Raises || lacks(clients(before), clients(after)) || lacks(names(before), names(after))
	c.lists("Read as a person you serve:", "No longer read as a person you serve:", clients(before), clients(after))
	c.lists("Read as a place of yours:", "No longer read as a place of yours:", names(before), names(after))
}

func (c *Changes) pages(before, after *policy.Bundle) {
	titles := func(b *policy.Bundle) (out []string) {
		for i := range b.Pages {
			out = append(out, b.Pages[i].Title)
		}
		return out
	}
	c.lists("New guidance:", "Guidance that is gone:", titles(before), titles(after))
	for i := range after.Pages {
		p := &after.Pages[i]
		at := slices.IndexFunc(before.Pages, func(o policy.Page) bool { return o.ID == p.ID && o.Lang == p.Lang })
		if at >= 0 && before.Pages[at].Title == p.Title && !reflect.DeepEqual(before.Pages[at].Body, p.Body) {
			c.say("The guidance \"%s\" was rewritten.", p.Title)
		}
	}
}

func (c *Changes) facts(before, after *policy.Bundle) {
	o, n := before.Facts, after.Facts
	if o.NextReview != n.NextReview {
		c.say("The policy was read through on %s and is due again on %s.", n.Reviewed, n.NextReview)
	}
	for _, t := range []struct {
		name     string
		was, now policy.Text
	}{{"What follows a slip", o.Consequences, n.Consequences}, {"Support for a worker under attack", o.Support, n.Support},
		{"How the policy is changed", o.Revision, n.Revision}, {"What is nobody's business", o.Private, n.Private},
		{"What may always be talked about", o.Rights, n.Rights}} {
		if !reflect.DeepEqual(t.was, t.now) {
			c.say("%s now reads: \"%s\"", t.name, said1(t.now))
		}
	}
	if o.Contact != n.Contact {
		c.say("Whom to ask: %s.", n.Contact)
	}
}

// drafts are the example posts of both bundles and the probes, each once.
func drafts(before, after *policy.Bundle) (out []string) {
	add := func(s string) {
		if s = policy.Bare(s); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, b := range []*policy.Bundle{before, after} {
		for _, p := range b.Practice {
			add(p.Draft)
		}
		for i := range b.Rules {
			for _, s := range slices.Concat(b.Rules[i].Flag, b.Rules[i].Pass) {
				add(s)
			}
		}
	}
	for _, s := range probes(before, after) {
		add(s)
	}
	return out
}

// posts judges every draft under both bundles, on either sort of account.
func (c *Changes) posts(ctx context.Context, box *sandbox.Sandbox, old, next []byte, drafts []string) error {
	var levels [2][]string
	accounts := [...]string{"personal", "agency"}
	for i, blob := range [][]byte{old, next} {
		if err := Load(ctx, box, blob, 0); err != nil {
			return err
		}
		for _, d := range drafts {
			for _, account := range accounts {
				level, err := levelOf(ctx, box, d, account)
				if err != nil {
					return err
				}
				levels[i] = append(levels[i], level)
			}
		}
	}
	for i, d := range drafts {
		own := PostChange{d, "personal", levels[0][2*i], levels[1][2*i]}
		agency := PostChange{d, "agency", levels[0][2*i+1], levels[1][2*i+1]}
		c.add(own, agency)
	}
	return Load(ctx, box, nil, 0)
}

// add notes how one post is judged on a worker's own account and on the agency's:
// once where both change alike, for who reviews it reads the same post once.
func (c *Changes) add(own, agency PostChange) {
	both := []PostChange{own, agency}
	if own.Before == agency.Before && own.After == agency.After {
		own.Account = "both"
		both = []PostChange{own}
	}
	for _, p := range both {
		if p.Before == p.After {
			continue
		}
		was, _ := verdict.ParseLevel(p.Before)
		is, _ := verdict.ParseLevel(p.After)
		c.Raises = c.Raises || is > was
		c.Posts = append(c.Posts, p)
	}
}

// Load puts a packed bundle in force in the engine of box; no bytes are the
// built-in rules alone. seq is the number of its release, 0 for none.
func Load(ctx context.Context, box *sandbox.Sandbox, blob []byte, seq int) error {
	if seq > 0 {
		blob = append(fmt.Appendf(nil, "seq %d\n", seq), blob...)
	}
	raw, err := box.Load(ctx, blob)
	if err != nil {
		return err
	}
	var r struct {
		OK     bool
		Reason string
	}
	if err := json.Unmarshal(raw, &r); err != nil || !r.OK {
		return errors.New("the engine refuses the bundle: " + r.Reason)
	}
	return nil
}

func levelOf(ctx context.Context, box *sandbox.Sandbox, draft, account string) (string, error) {
	request, err := json.Marshal(map[string]string{"text": draft, "account": account})
	if err != nil {
		return "", err
	}
	raw, err := box.Check(ctx, request)
	if err != nil {
		return "", err
	}
	var v struct{ Level string }
	err = json.Unmarshal(raw, &v)
	return v.Level, err
}

// Write prints the changes for a person.
func (c *Changes) Write(w io.Writer) {
	if len(c.Lines) == 0 && len(c.Posts) == 0 {
		fmt.Fprintln(w, "Nothing changes for a worker.")
		return
	}
	for _, l := range c.Lines {
		fmt.Fprintf(w, "- %s\n", l)
	}
	if len(c.Posts) == 0 {
		fmt.Fprintln(w, "\nNo example post is judged otherwise.")
		return
	}
	fmt.Fprintln(w, "\nExample posts that are judged otherwise:")
	for _, p := range c.Posts {
		whose := map[string]string{"personal": "on a worker's own account", "agency": "on the agency's account", "both": "on either account"}[p.Account]
		fmt.Fprintf(w, "  %s → %s, %s\n    > %s\n", p.Before, p.After, whose, strings.ReplaceAll(p.Draft, "\n", " "))
	}
}

// WriteJSON writes the changes as JSON.
func (c *Changes) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(c)
}

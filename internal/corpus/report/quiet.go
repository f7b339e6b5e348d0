package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"secondlook/internal/corpus"
)

// ordinary is the table of alerts on ordinary posts the trainer passed over.
func (r *report) ordinary() error {
	p := &r.page
	p.heading("Ordinary posts")
	if len(r.unseen) == 0 {
		p.say("Not measured: they are public text.")
		return nil
	}
	p.say("Of at most %d bytes; only those the trainer passed over. Alerts in 1,000.", longestCalm)
	columns := []string{"source", "posts"}
	for _, y := range r.systems {
		columns = append(columns, y.name)
	}
	p.table(columns...)
	for _, source := range append(r.sources[:len(r.sources):len(r.sources)], "") {
		cells := []string{source, ""}
		if source == "" {
			cells[0] = "**all**"
		}
		for i := range r.systems {
			n, of := r.alertsIn(i, source)
			cells[1] = number(of)
			cells = append(cells, perThousand(n, of))
		}
		p.row(cells...)
	}
	return r.alertsRead()
}

// alertsIn counts a system's alerts on a source, on all where it is "".
func (r *report) alertsIn(system int, source string) (n, of int) {
	for k := range r.unseen {
		if source == "" || r.unseen[k].source == source {
			of++
			if r.alerts[system][k] {
				n++
			}
		}
	}
	return n, of
}

// alertsRead lists the engine's alerts by id, and counts those that somebody has
// read: ordinary_read.jsonl in the corpus folder, {"id","right"} a line.
func (r *report) alertsRead() error {
	name := filepath.Join(r.folder, "ordinary_read.jsonl")
	read, err := readRight(name)
	if err != nil {
		return err
	}
	var right, wrong, unread []string
	for k, c := range r.unseen {
		if !r.alerts[0][k] {
			continue
		}
		switch is, ok := read[c.id]; {
		case !ok:
			unread = append(unread, c.id)
		case is:
			right = append(right, c.id)
		default:
			wrong = append(wrong, c.id)
		}
	}
	p := &r.page
	p.say("The engine's %d alerts, read by hand (`ordinary_read.jsonl`): %d right, %d false, %d not read. False alerts in 1,000: %s, the unread ones counted as false %s.",
		count(r.alerts[0]), len(right), len(wrong), len(unread),
		perThousand(len(wrong), len(r.unseen)), perThousand(len(wrong)+len(unread), len(r.unseen)))
	for _, part := range []struct {
		name string
		ids  []string
	}{{"Right", right}, {"False", wrong}, {"Not read", unread}} {
		if len(part.ids) > 0 {
			p.say("%s: %s.", part.name, strings.Join(part.ids, ", "))
		}
	}
	return nil
}

// readRight reads which ordinary alerts are right; none where there is no file.
func readRight(name string) (map[string]bool, error) {
	read := map[string]bool{}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return read, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var l struct {
			ID    string
			Right *bool
		}
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil || l.ID == "" || l.Right == nil {
			return nil, fmt.Errorf("%s:%d: want {\"id\",\"right\"}", name, n)
		}
		read[l.ID] = *l.Right
	}
	return read, lines.Err()
}

// How far the alert threshold is shifted for the curve, and in what steps, in
// thousandths of a logit.
const (
	farthest  = 1500
	curveStep = 250
)

// curve is what shifting the alert threshold costs and brings.
func (r *report) curve() {
	p := &r.page
	p.heading("The trade-off")
	p.say("The scorer's alert threshold shifted, in thousandths of a logit; the rules and the other thresholds stay. Ordinary: alerts in 1,000 unseen posts.")
	columns := []string{"shift", "ordinary"}
	for _, s := range r.measured() {
		columns = append(columns, s.name+": alert P", "R", "F1", "hold F1")
	}
	p.table(columns...)
	for shift := int32(-farthest); shift <= farthest; shift += curveStep {
		y := engineSystem("", r.policy, shift)
		cells := []string{fmt.Sprintf("%+d", shift), perThousand(count(y.alerts(r.unseen)), len(r.unseen))}
		for _, s := range r.measured() {
			score := corpus.Tally(y.posts(s.posts))
			cells = append(append(cells, f1(score.Alert)...), f1(score.Hold)[2])
		}
		p.row(cells...)
	}
}

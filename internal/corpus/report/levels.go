package main

import "secondlook/internal/corpus"

// levels is the table of levels, a row for each set and system.
func (r *report) levels() {
	p := &r.page
	p.heading("Levels")
	p.say("The keyword baseline (`keyword.go`) is a possessive or article with a word for somebody served, and some words of the trade that alert alone. The bag of words " +
		"(`bag.go`) is a logistic model over words and pairs of words, learnt from the train split; its best threshold is chosen on tune without a thought for ordinary posts.")
	for _, s := range r.measured() {
		_, score := s.engine()
		all := corpus.Count{Right: score.Alert.Right + score.Alert.Missed}
		all.Extra = score.Posts - all.Right
		p.say("An alert on every post has alert F1 %.3f on %s.", all.F1(), s.name)
	}
	p.table("posts", "system", "exact", "within one", "alert P", "alert R", "alert F1", "hold P", "hold R", "hold F1", "clear alerted", "protected clear alerted")
	for _, s := range r.sets {
		for i, y := range r.systems {
			score := s.scores[i]
			alert, hold := f1(score.Alert), f1(score.Hold)
			alert[2] = within(score.Alert.F1(), corpus.Bootstrap(s.outcomes[i], func(s *corpus.Score) float64 { return s.Alert.F1() }))
			hold[2] = within(score.Hold.F1(), corpus.Bootstrap(s.outcomes[i], func(s *corpus.Score) float64 { return s.Hold.F1() }))
			name := s.name + " (" + number(score.Posts) + ")"
			cells := []string{name, y.name, ratio(score.Exact, score.Posts), ratio(score.Near, score.Posts)}
			cells = append(append(cells, alert...), hold...)
			p.row(append(cells, ratio(score.ClearAlerts, score.Clear), number(score.ProtectedAlerts))...)
		}
	}
}

// confusion are the expected levels beside the found ones.
func (r *report) confusion() {
	p := &r.page
	p.heading("Confusion")
	p.table("posts", "system", "expected", "clear", "note", "caution", "hold")
	for _, s := range r.measured() {
		for i, y := range r.systems {
			for want, row := range s.scores[i].Confusion {
				p.row(s.name, y.name, levelName(want), number(row[0]), number(row[1]), number(row[2]), number(row[3]))
			}
		}
	}
}

// counting is of the stories that are told with some detail.
func (r *report) counting() {
	p := &r.page
	p.heading("Counting")
	p.say("Of the posts labelled `client-story` and expected at `caution` or `hold`, those where hold or not is right.")
	columns := []string{"posts"}
	for _, y := range r.systems {
		columns = append(columns, y.name)
	}
	p.table(columns...)
	for _, s := range r.measured() {
		cells := []string{s.name}
		for i := range r.systems {
			cells = append(cells, share(s.scores[i].Counted, s.scores[i].Stories))
		}
		p.row(cells...)
	}
}

// calibration is how often the alerts of the engine are right that say they
// are so sure.
func (r *report) calibration() {
	p := &r.page
	p.heading("Calibration")
	p.say("Alerts by the highest score of their findings at `caution` or `hold`: what is said in the mean, and how many are right (an alert is expected). The baselines do not say how sure they are.")
	p.table("posts", "score", "said", "right")
	for _, s := range r.measured() {
		_, score := s.engine()
		for i, b := range score.Calibration {
			if b.Alerts > 0 {
				step := 1000 / corpus.Bins
				p.row(s.name, number(i*step)+"–"+number((i+1)*step), figure(b.Said()), share(b.Right, b.Alerts))
			}
		}
		p.row(s.name, "expected calibration error", figure(score.Calibration.Error()), "")
	}
}

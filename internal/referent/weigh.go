package referent

// weigh settles who the open people are: what their words say, with what the
// sentences around them are about.
func (c *cast) weigh(workAll int) {
	for i := range c.all {
		s := &c.all[i]
		s.Encounter = s.around[meet] >= 200 || s.kind == event
		if s.open {
			c.settle(s, workAll)
		}
	}
}

// shortDraft is how many sentences hang together whatever their order.
const shortDraft = 5

// settle weighs one person.
func (c *cast) settle(s *someone, workAll int) {
	a, b := &s.around, &s.beside
	sure := s.prior
	scale := 1000
	if s.prior < 200 { // a stranger by his words: work has to be said near by
		scale = 900
		if a[work] == 0 && b[work] == 0 && a[meet] < 240 {
			scale = 450
		}
		if a[work] < 150 && a[meet] < 240 && b[work] < 300 && b[meet] < 240 {
			workAll /= 2 // a long post speaks of much else
		}
		if s.kind == proper && a[meet] < 240 && a[work] < 300 {
			workAll /= 3
		}
	}
	near := b[work]
	if len(c.d.scenes) <= shortDraft {
		near = max(near, c.d.whole[work]*3/4)
	}
	sure = join(sure, a[work]*scale/1000)
	sure = join(sure, a[meet]*scale/1000)
	sure = join(sure, near*700/1000*scale/1000)
	sure = join(sure, b[meet]*450/1000*scale/1000)
	sure = join(sure, workAll*520/1000*scale/1000)
	if c.d.hint.Setting != "" && s.prior >= 200 {
		sure = join(sure, 100)
	}
	strong := s.bits&client != 0 && s.det&poss1 != 0
	against := a[own]*700/1000 + a[stranger]*600/1000 + a[inPrint]*700/1000 + c.d.whole[inPrint]*150/1000 + c.d.whole[own]*150/1000 + c.d.whole[stranger]*150/1000
	if s.bits&client != 0 {
		against /= 2
	}
	if strong {
		against /= 3
	}
	if s.bits&(client|role) != 0 && c.d.whole[work]+c.d.whole[meet]-a[trade] < 900 {
		against += a[trade] + c.d.whole[trade]*400/1000
	}
	if s.quoted {
		against += 250
	}
	if s.kind == pronoun || s.kind == event {
		against += against / 4
	}
	sure -= sure * min(against, 900) / 1000
	if !strong && s.bits&client == 0 {
		sure = min(sure, 880)
	}
	if s.kind == pronoun {
		sure = min(sure, 620)
	}
	s.Who, s.Sure = Served, sure
	if sure < 400 {
		s.Who, s.Sure = Unknown, 1000-sure
	}
}

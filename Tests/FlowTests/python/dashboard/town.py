"""The companies that a tale is about, as their salespeople have left them in HubSpot."""


class Town:
    def __init__(self, people, sirets):
        self._people = people
        sirets = iter(sirets)
        # Synced, with all that hangs on it.
        self.durand_siret = next(sirets)
        self.durand = people.company("Établissements Durand", self.durand_siret)
        self.roof = people.deal(self.durand, "Remise à neuf du toit")
        people.contact(self.durand, "Zoé", "Lefèvre", "zoe.lefevre@durand.example")
        people.call_made(self.durand, "Point téléphonique")
        # Somebody forgot its box: its deal and its contact wait.
        self.legall_siret = next(sirets)
        self.legall = people.company("Menuiserie Le Gall", self.legall_siret, ticked=False)
        self.stairs = people.deal(self.legall, "Escalier en chêne massif")
        self.soizic = people.contact(self.legall, "Soizic", "Tanguy", "soizic.tanguy@legall.example")
        # Its lifecycle stage is not reached.
        self.jura = people.company("Fromagerie du Jura", next(sirets), stage="lead")
        people.deal(self.jura, "Chambre froide")
        # Nobody has entered their SIRETs.
        for name in ("Garage Perrin", "Fleurs de Nice", "Boulangerie Faure"):
            people.company(name)
        # A civilité that artis does not know.
        for last in ("Morel", "Girard"):
            people.contact(self.durand, "Anne", last, f"anne.{last.lower()}@durand.example", civilite="DR")

    def artis_id(self, siret):
        """Of the tiers with this SIRET; None while there is none."""
        tiers = self._people.artis("GET", "tiers")["elements"]
        return next((one["id"] for one in tiers if one["champs"].get("siret") == siret), None)

    def knows(self, *names):
        """Whether artis has an interlocuteur of each name."""
        known = {one["champs"].get("nom") for one in self._people.artis("GET", "interlocuteurs")["elements"]}
        return known.issuperset(names)

def tell(office):
    pass

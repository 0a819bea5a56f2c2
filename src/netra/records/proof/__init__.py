"""What is proven by what: elements of the norms, exhibits tied to them."""

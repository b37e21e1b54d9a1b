"""What is asked, how an answer is read, who moves next, what is late. No Django here."""

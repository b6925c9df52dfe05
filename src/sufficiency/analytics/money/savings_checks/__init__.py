"""What is odd about savings claims: one module a theme, each check one small declared function."""

"""sentiment.py - VADER, and what the guide's answer makes of it."""
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

analyzer = SentimentIntensityAnalyzer()


def sentiment_of(text):
    """The label and the compound score, -1 to 1, with VADER's own bounds."""
    compound = analyzer.polarity_scores(text)["compound"]
    label = "positive" if compound >= 0.05 else "negative" if compound <= -0.05 else "neutral"
    return label, compound


def priority_of(compound):
    return 1 if compound <= -0.6 else 2 if compound <= -0.05 else 3

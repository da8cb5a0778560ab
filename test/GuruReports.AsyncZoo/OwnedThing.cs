namespace GuruReports.AsyncZoo;

/// <summary>A type of our own to be locked.</summary>
internal sealed class OwnedThing;

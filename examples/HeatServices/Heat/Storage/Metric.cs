namespace Heat.Storage;

/// <summary>What was measured under one name.</summary>
internal sealed record Metric(string Name, long Count, double Average, double Maximum);

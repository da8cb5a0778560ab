namespace Heat.Storage;

/// <summary>What stacks report of themselves.</summary>
internal sealed class MetricStore(Database database)
{
    public Task PutAsync(string name, double value, CancellationToken cancellationToken) => database.RunAsync(
        "INSERT INTO metrics (name, value, at) VALUES (@name, @value, @now)",
        [("name", name), ("value", value), ("now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())],
        cancellationToken);

    public Task<IReadOnlyList<Metric>> SummarizeAsync(CancellationToken cancellationToken) => database.ReadAsync(
        "SELECT name, COUNT(*), AVG(value), MAX(value) FROM metrics GROUP BY name ORDER BY name",
        [],
        row => new Metric(row.GetString(0), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3)),
        cancellationToken);
}

namespace Heat.Storage;

/// <summary>The stacks.</summary>
internal sealed class StackStore(Database database)
{
    public Task SetAsync(string name, string status, int resources, CancellationToken cancellationToken) => database.RunAsync(
        "INSERT INTO stacks (name, status, resources, changed) VALUES (@name, @status, @resources, @now) ON CONFLICT (name) DO UPDATE SET status = @status, resources = @resources, changed = @now",
        [("name", name), ("status", status), ("resources", resources), ("now", Now())],
        cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        database.RunAsync("DELETE FROM stacks WHERE name = @name", [("name", name)], cancellationToken);

    public Task<IReadOnlyList<Stack>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        "SELECT name, status, resources, changed FROM stacks ORDER BY name",
        [],
        row => new Stack(row.GetString(0), row.GetString(1), row.GetInt32(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
        cancellationToken);

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}

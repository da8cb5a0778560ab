namespace Heat.Storage;

/// <summary>The queue as a table.</summary>
internal sealed class DatabaseQueue(Database database) : IOperationQueue
{
    public string Description => database.Description;

    public Task AddAsync(Operation operation, CancellationToken cancellationToken) => database.RunAsync(
        "INSERT INTO operations (id, stack, action, nested, created) VALUES (@id, @stack, @action, @nested, @now)",
        [("id", operation.Id), ("stack", operation.Stack), ("action", operation.Action), ("nested", operation.Nested), ("now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())],
        cancellationToken);

    public async Task<Operation?> TakeAsync(string worker, CancellationToken cancellationToken)
    {
        var taken = await database.ReadAsync(
            $"UPDATE operations SET worker = @worker WHERE id = (SELECT id FROM operations WHERE worker IS NULL ORDER BY created, id LIMIT 1{database.SkipTaken}) RETURNING id, stack, action, nested",
            [("worker", worker)],
            row => new Operation(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            cancellationToken);
        return taken.Count == 0 ? null : taken[0];
    }

    public Task DoneAsync(Operation operation, string worker, CancellationToken cancellationToken) =>
        database.RunAsync("DELETE FROM operations WHERE id = @id", [("id", operation.Id)], cancellationToken);

    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync("SELECT COUNT(*) FROM operations WHERE worker IS NULL", [], row => row.GetInt64(0), cancellationToken))[0];
}

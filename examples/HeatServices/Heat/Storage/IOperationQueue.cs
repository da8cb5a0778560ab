namespace Heat.Storage;

/// <summary>The way from the APIs to the engines.</summary>
internal interface IOperationQueue
{
    /// <summary>Gets what it is kept in.</summary>
    string Description { get; }

    Task AddAsync(Operation operation, CancellationToken cancellationToken);

    /// <summary>Takes the oldest operation that nobody has taken; null when there is none.</summary>
    Task<Operation?> TakeAsync(string worker, CancellationToken cancellationToken);

    /// <summary>Says that an operation is over.</summary>
    Task DoneAsync(Operation operation, string worker, CancellationToken cancellationToken);

    /// <summary>Counts those that wait.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}

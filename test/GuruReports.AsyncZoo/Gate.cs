namespace GuruReports.AsyncZoo;

/// <summary>A monitor of some object, or a Lock, to be entered in the same way.</summary>
internal sealed class Gate
{
    private readonly object? _monitor;
    private readonly Lock? _lock;

    private Gate(object? monitor, Lock? typed)
    {
        _monitor = monitor;
        _lock = typed;
    }

    /// <summary>One gate a letter: M for a monitor of an object, T for one of a type of our own, L for a Lock.</summary>
    public static Gate[] Parse(string letters) => [.. letters.Select(letter => letter switch
    {
        'L' => new Gate(null, new Lock()),
        'T' => new Gate(new OwnedThing(), null),
        _ => new Gate(new object(), null),
    })];

    public void Enter(Action inside)
    {
        if (_lock is { } typed)
        {
            lock (typed)
            {
                inside();
            }

            return;
        }

        lock (_monitor!)
        {
            inside();
        }
    }
}

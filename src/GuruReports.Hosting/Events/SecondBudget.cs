namespace GuruReports.Hosting.Events;

/// <summary>Allows so many things a second, whatever comes. Lock-free.</summary>
internal sealed class SecondBudget(int most, Func<long> milliseconds)
{
    private const int CountBits = 24;
    private const long CountMask = (1 << CountBits) - 1;

    // The second and how many it has had, in one number, so that both change at once.
    private long _state = -1;

    /// <summary>Takes one of this second.</summary>
    public bool TryTake()
    {
        var second = milliseconds() / 1000;
        while (true)
        {
            var seen = Volatile.Read(ref _state);
            var taken = seen >= 0 && seen >> CountBits == second ? seen & CountMask : 0;
            if (taken >= most)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, (second << CountBits) | (taken + 1), seen) == seen)
            {
                return true;
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// Tells an exception from the same one thrown again: each await and each <c>throw;</c> on its way up throws it once more.
/// Keeps no exception alive. Lock-free; forgets an exception when a few hundred others came in between.
/// </summary>
internal sealed class RethrowFilter(Func<long> milliseconds)
{
    private const int Places = 512;

    // On its way up an exception is thrown again within milliseconds; on a machine that is very busy, within a second.
    private const long LongestWay = 1_000;

    private readonly int[] _identities = new int[Places];
    private readonly long[] _firstSeen = new long[Places];

    /// <summary>Returns whether the exception was not seen lately.</summary>
    /// <param name="exception">What is thrown.</param>
    /// <param name="isKept">Whether it was seen first so long ago that something must have kept it.</param>
    public bool IsFirst(Exception exception, out bool isKept)
    {
        var identity = RuntimeHelpers.GetHashCode(exception);
        var place = identity & (Places - 1);
        var now = milliseconds();
        if (Interlocked.Exchange(ref _identities[place], identity) != identity)
        {
            Volatile.Write(ref _firstSeen[place], now);
            isKept = false;
            return true;
        }

        isKept = now - Volatile.Read(ref _firstSeen[place]) >= LongestWay;
        return false;
    }
}

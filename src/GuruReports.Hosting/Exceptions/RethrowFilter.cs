using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// Tells an exception from the same one thrown again: each await and each <c>throw;</c> on its way up throws it once more.
/// Keeps no exception alive. Lock-free; forgets an exception when a few hundred others came in between.
/// </summary>
internal sealed class RethrowFilter
{
    private const int Places = 512;

    private readonly int[] _identities = new int[Places];

    /// <summary>Returns whether the exception was not seen lately.</summary>
    public bool IsFirst(Exception exception)
    {
        var identity = RuntimeHelpers.GetHashCode(exception);
        return Interlocked.Exchange(ref _identities[identity & (Places - 1)], identity) != identity;
    }
}

using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// Samples that were thrown where only the framework stood on the stack. An await throws the exception again on its way up:
/// the first of the service's own methods that it meets there completes the sample. Keeps no exception alive. Lock-free;
/// a sample that is pushed out, or never meets own code, stays as it was.
/// </summary>
internal sealed class OpenThrows
{
    private const int Places = 64;

    private readonly OpenThrow?[] _open = new OpenThrow?[Places];

    /// <summary>Remembers a sample without own code.</summary>
    public void Add(Exception exception, ThrownType type, string place, ThrownEvent thrown)
    {
        var identity = RuntimeHelpers.GetHashCode(exception);
        Volatile.Write(ref _open[identity & (Places - 1)], new OpenThrow(identity, type, place, thrown));
    }

    /// <summary>Completes the sample of an exception that is thrown again, when own code is what throws it.</summary>
    public void Meet(Exception exception)
    {
        var identity = RuntimeHelpers.GetHashCode(exception);
        ref var slot = ref _open[identity & (Places - 1)];
        if (Volatile.Read(ref slot) is not { } open || open.Identity != identity || ThrowPlace.FindAwaiter() is not { } own)
        {
            return;
        }

        if (Interlocked.CompareExchange(ref slot, null, open) == open)
        {
            open.Type.Complete(open.Place, own, open.Thrown);
        }
    }

    private sealed record OpenThrow(int Identity, ThrownType Type, string Place, ThrownEvent Thrown);
}

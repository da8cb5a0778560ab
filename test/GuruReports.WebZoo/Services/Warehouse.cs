using System.Runtime.CompilerServices;

namespace GuruReports.WebZoo.Services;

/// <summary>Blocks in a way that the compiler can build into whoever asks for it.</summary>
internal static class Warehouse
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string Wait()
    {
        Census.Enter();
        Thread.Sleep(Timeout.Infinite);
        return "";
    }
}

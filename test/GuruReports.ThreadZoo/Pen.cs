using System.Runtime.CompilerServices;

namespace GuruReports.ThreadZoo;

/// <summary>A generic type whose code is shared by all reference types.</summary>
internal sealed class Pen<TKey, TValue>
{
    public static void Enter(TKey key, TValue value) => new Pen<TKey, TValue>().Stay(key is int number ? number : 0, ref value, [value]);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private void Stay(int number, ref TValue value, List<TValue> more)
    {
        more.Add(value);
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }
}

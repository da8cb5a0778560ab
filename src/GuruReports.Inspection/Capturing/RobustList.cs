using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Capturing;

/// <summary>The kernel's list of the shared mutexes that a thread holds, kept to release them when it dies (get_robust_list(2)).</summary>
internal static unsafe class RobustList
{
    private const int Most = 1024;

    // The low bit marks those that inherit priority.
    private const ulong Mark = 1;

    /// <summary>Returns whether a thread of this process holds the mutex whose word is at the address; null where that cannot be seen.</summary>
    public static bool? Holds(int thread, ulong word)
    {
        ulong head = 0;
        nuint length = 0;
        if (KernelCalls.GetRobustList(thread, &head, &length) != 0 || head == 0 || !NativeMemory.TryRead(head + 8, out long offset))
        {
            return null;
        }

        var entry = NativeMemory.ReadPointer(head) & ~Mark;
        for (var count = 0; count < Most; count++)
        {
            if (entry == head)
            {
                return false;
            }

            if (entry == 0)
            {
                return null;
            }

            if (entry + (ulong)offset == word)
            {
                return true;
            }

            entry = NativeMemory.ReadPointer(entry) & ~Mark;
        }

        return null;
    }
}

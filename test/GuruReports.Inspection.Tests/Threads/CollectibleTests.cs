using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Tests.Threads;

public class CollectibleTests
{
    [Fact]
    public void Capture_CodeThatCanBeUnloaded_DoesNotKeepItLoaded()
    {
        var assembly = CaptureOnItsStack();

        for (var round = 0; round < 20 && assembly.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(assembly.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CaptureOnItsStack()
    {
        var builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Passing"), AssemblyBuilderAccess.RunAndCollect);
        var type = builder.DefineDynamicModule("main").DefineType("Passing.Guest", TypeAttributes.Public);
        var code = type.DefineMethod("Call", MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(Action)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Callvirt, typeof(Action).GetMethod("Invoke")!);
        code.Emit(OpCodes.Call, typeof(GC).GetMethod(nameof(GC.Collect), Type.EmptyTypes)!);
        code.Emit(OpCodes.Ret);
        var call = type.CreateType().GetMethod("Call")!.CreateDelegate<Action<Action>>();
        var options = new ThreadCaptureOptions { Deadline = TimeSpan.FromMinutes(1) };
        ThreadCapture? capture = null;

        call(() => capture = ProcessInspector.CaptureThreads(options));

        var own = Assert.Single(capture!.Threads, thread => thread.ManagedThreadId == Environment.CurrentManagedThreadId);
        Assert.Contains("Passing.Guest.Call(Action)", own.Frames.Select(frame => frame.Method));
        return new WeakReference(call.Method.DeclaringType!.Assembly);
    }
}

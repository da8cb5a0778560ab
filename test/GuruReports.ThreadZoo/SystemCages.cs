using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GuruReports.ThreadZoo;

internal static partial class Cages
{
    [MethodImpl(Plain)]
    public static void Accept(Socket listener)
    {
        Keeper.Mark(); listener.Accept();
    }

    [MethodImpl(Plain)]
    public static void Receive(Socket socket)
    {
        Keeper.Mark(); socket.Receive(new byte[1]);
    }

    [MethodImpl(Plain)]
    public static void ReadStream(Stream stream)
    {
        Keeper.Mark(); _ = stream.ReadByte();
    }

    [MethodImpl(Plain)]
    public static void OpenPath(string path)
    {
        Keeper.Mark(); File.OpenRead(path);
    }

    [MethodImpl(Plain)]
    public static void WaitProcess(Process process)
    {
        Keeper.Mark(); process.WaitForExit();
    }

    [MethodImpl(Plain)]
    public static void Poll()
    {
        Keeper.Mark(); _ = Pause();
    }

    /// <summary>Makes a method at run time that sleeps for ever.</summary>
    public static Action MakeDynamicMethod(string name)
    {
        var method = new DynamicMethod(name, typeof(void), null, typeof(Cages).Module);
        EmitSleep(method.GetILGenerator());
        return method.CreateDelegate<Action>();
    }

    /// <summary>Makes an assembly at run time, which can be unloaded, with a method that sleeps for ever.</summary>
    public static Action MakeCollectible(string assembly)
    {
        var builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(assembly), AssemblyBuilderAccess.RunAndCollect);
        var type = builder.DefineDynamicModule("main").DefineType("Zoo.Guest", TypeAttributes.Public);
        EmitSleep(type.DefineMethod("Nap", MethodAttributes.Public | MethodAttributes.Static, typeof(void), null).GetILGenerator());
        return type.CreateType().GetMethod("Nap")!.CreateDelegate<Action>();
    }

    /// <summary>Makes a method of an assembly that can be unloaded, which allocates arrays and objects of that assembly's own type, and returns.</summary>
    public static Action MakeAllocator(string assembly)
    {
        var builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(assembly), AssemblyBuilderAccess.RunAndCollect);
        var module = builder.DefineDynamicModule("main");
        var guest = module.DefineType("Zoo.Guest", TypeAttributes.Public);
        guest.DefineDefaultConstructor(MethodAttributes.Public);
        var made = guest.CreateType();
        var type = module.DefineType("Zoo.Host", TypeAttributes.Public);
        var code = type.DefineMethod("Fill", MethodAttributes.Public | MethodAttributes.Static, typeof(void), null).GetILGenerator();
        for (var index = 0; index < 32; index++)
        {
            code.Emit(OpCodes.Ldc_I4, 64 << 10);
            code.Emit(OpCodes.Newarr, made);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Newobj, made.GetConstructor(Type.EmptyTypes)!);
            code.Emit(OpCodes.Pop);
        }

        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Fill")!.CreateDelegate<Action>();
    }

    /// <summary>Starts a thread that the runtime does not know, in pause(2).</summary>
    public static void StartNativeThread()
    {
        var pause = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "pause");
        _ = PthreadCreate(out _, 0, pause, 0);
    }

    private static void EmitSleep(ILGenerator code)
    {
        // A loop, because a call in the last place would leave no frame.
        var again = code.DefineLabel();
        code.MarkLabel(again);
        code.Emit(OpCodes.Ldc_I4_M1);
        code.Emit(OpCodes.Call, typeof(Thread).GetMethod(nameof(Thread.Sleep), [typeof(int)])!);
        code.Emit(OpCodes.Br, again);
    }

    [LibraryImport("libc", EntryPoint = "pause")]
    private static partial int Pause();

    [LibraryImport("libc", EntryPoint = "pthread_create")]
    private static partial int PthreadCreate(out nint thread, nint attributes, nint start, nint argument);
}

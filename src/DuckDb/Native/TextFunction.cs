using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Purbalingga.DuckDb.Native;

/// <summary>A function of ours, text to text, called by DuckDB a chunk at a time.</summary>
internal static unsafe class TextFunction
{
    public static void Register(ConnectionHandle connection, string name, Func<string, string> call)
    {
        using var function = Api.CreateScalarFunction();
        using var varchar = Api.CreateLogicalType((int)DuckTypeId.Varchar);
        fixed (byte* text = Utf8.Terminated(name))
        {
            Api.SetFunctionName(function, text);
        }

        Api.AddFunctionParameter(function, varchar);
        Api.SetFunctionReturnType(function, varchar);
        Api.SetFunctionExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(call)), &Free);
        Api.SetFunction(function, &Call);
        if (Api.RegisterScalarFunction(connection, function) != 0)
        {
            throw new DuckException(DuckErrorType.Catalog, $"DuckDB does not take the function {name}");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint info) => GCHandle.FromIntPtr(info).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Call(nint info, nint input, nint output)
    {
        try
        {
            Apply((Func<string, string>)GCHandle.FromIntPtr(Api.FunctionExtraInfo(info)).Target!, input, output);
        }
#pragma warning disable CA1031 // No exception may pass through C; DuckDB reports it as an error of the query
        catch (Exception error)
#pragma warning restore CA1031
        {
            fixed (byte* text = Utf8.Terminated(error.Message.Replace('\0', ' ')))
            {
                Api.SetFunctionError(info, text);
            }
        }
    }

    private static void Apply(Func<string, string> call, nint input, nint output)
    {
        var from = Api.ChunkVector(input, 0);
        var data = (byte*)Api.VectorData(from);
        var validity = Api.VectorValidity(from);
        var rows = Api.ChunkSize(input);
        for (var row = 0UL; row < rows; row++)
        {
            if (validity != null && (validity[row >> 6] >> (int)(row & 63) & 1) == 0)
            {
                Api.EnsureValidityWritable(output);
                Api.VectorValidity(output)[row >> 6] &= ~(1UL << (int)(row & 63));
                continue;
            }

            var place = data + row * 16;
            var length = *(uint*)place;
            var result = Encoding.UTF8.GetBytes(call(Encoding.UTF8.GetString(length <= 12 ? place + 4 : *(byte**)(place + 8), (int)length)));
            fixed (byte* bytes = result)
            {
                byte none;
                Api.AssignString(output, row, bytes == null ? &none : bytes, (ulong)result.Length);
            }
        }
    }
}

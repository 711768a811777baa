using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Conformance.Tests.Messages;

/// <summary>Messages in which every field is set, each to a value of its own.</summary>
internal sealed class FilledMessage
{
    // Struct and Value contain each other; below this, messages stay empty.
    private const int Depth = 4;

    private int _next;

    /// <summary>The messages of a type that together set every field: one for each case of its widest oneof.</summary>
    public static IReadOnlyList<IMessage> All(MessageDescriptor type) =>
        [.. Enumerable.Range(0, Variants(type)).Select(variant => new FilledMessage().Fill(type, variant, depth: 0))];

    private static int Variants(MessageDescriptor type) =>
        type.RealOneofs().Select(static oneof => oneof.Fields.Count).Append(1).Max();

    private IMessage Fill(MessageDescriptor type, int variant, int depth)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InFieldNumberOrder().Where(field => IsChosen(field, variant)))
        {
            if (field.IsMap)
            {
                FillMap(message, field, depth);
            }
            else if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(message);
                foreach (var item in Values(field, depth))
                {
                    list.Add(item);
                }
            }
            else if (Values(field, depth).FirstOrDefault() is { } value)
            {
                field.Accessor.SetValue(message, value);
            }
        }

        return message;
    }

    private static bool IsChosen(FieldDescriptor field, int variant) =>
        field.RealContainingOneof is not { } oneof || oneof.Fields.IndexOf(field) == variant % oneof.Fields.Count;

    private void FillMap(IMessage message, FieldDescriptor field, int depth)
    {
        var map = (System.Collections.IDictionary)field.Accessor.GetValue(message);
        var entry = field.MessageType.Fields;
        foreach (var value in Values(entry[2], depth))
        {
            map.Add(Scalar(entry[1]), value);
        }
    }

    /// <summary>Two values of a field; of messages one of each variant, and none when it is too deep.</summary>
    private IEnumerable<object> Values(FieldDescriptor field, int depth)
    {
        if (field.FieldType != FieldType.Message)
        {
            return [Scalar(field), Scalar(field)];
        }

        return depth == Depth
            ? []
            : Enumerable
                .Range(0, Variants(field.MessageType))
                .Select(variant => (object)Fill(field.MessageType, variant, depth + 1));
    }

    private object Scalar(FieldDescriptor field)
    {
        var number = ++_next;
        return field.FieldType switch
        {
            FieldType.Bool => true,
            FieldType.String => $"{field.Name} {number:d4} größer 端点 🔌",
            FieldType.Bytes => ByteString.CopyFrom(0, 255, (byte)number, 128),
            FieldType.Double => number + 0.1,
            FieldType.Int32 => -number,
            FieldType.Int64 => -(1L << 40) - number,
            FieldType.Enum => field.EnumType.Values[^1].Number,
            var other => throw new NotSupportedException($"{field.FullName}: no value for {other} yet"),
        };
    }
}

/// <summary>Oneofs as they are written, without those that stand for an optional field.</summary>
internal static class Oneofs
{
    public static IEnumerable<OneofDescriptor> RealOneofs(this MessageDescriptor type) =>
        type.Oneofs.Where(static oneof => !oneof.IsSynthetic);
}

// *** This file was written by sdk/Generator from schema.json. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as enums from "../types/enums";

/**
 * A statement of an endpoint's policy.
 */
export interface PolicyStatementArgs {
    /**
     * What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything. 1 to 100 elements.
     */
    actions: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether it allows or denies.
     *
     * Allowed values: `Allow`, `Deny`.
     */
    effect: pulumi.Input<enums.PolicyEffect>;
    /**
     * With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything. 1 to 100 elements.
     */
    resources: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * A port that clients connect to, and the port of the server that answers.
 */
export interface PortMappingArgs {
    /**
     * The port that clients connect to. From 1 to 65535.
     */
    clientPort: pulumi.Input<number>;
    /**
     * The protocol.
     *
     * Allowed values: `TCP`, `UDP`.
     *
     * Default: `TCP`.
     */
    protocol?: pulumi.Input<enums.Protocol | undefined>;
    /**
     * The port of the server. From 1 to 65535.
     */
    serverPort: pulumi.Input<number>;
}

/**
 * A PortMappingArgs with its defaults.
 */
export function portMappingArgsProvideDefaults(val: PortMappingArgs): PortMappingArgs {
    return {
        ...val,
        protocol: (val.protocol) ?? "TCP",
    };
}

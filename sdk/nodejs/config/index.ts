// *** This file was written by sdk/Generator from schema.json. ***
// *** Do not edit it: change the schema's source and generate again. ***

export * from "./vars";
